// @ts-nocheck
// Streams of cameras in HomeKit have sessions of their own.
import type { API, Logging } from "homebridge";

export class Camera {
  constructor(private readonly log: Logging, readonly api: API) {}

  prepareStream(request, done) {
    this.log.debug(`stream ${request.sessionID} is asked for`);
    done(undefined, { video: this.open(request.sessionID) });
  }
}
