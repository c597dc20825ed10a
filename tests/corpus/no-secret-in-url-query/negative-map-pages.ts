import { Injectable } from "@angular/core";
import { environment } from "../environments/environment";

@Injectable()
export class MapPictures {
  of(place: string) {
    const picture = new URL(this.staticMapsApi);
    picture.searchParams.append("center", place);
    picture.searchParams.append("key", environment.GOOGLE_MAPS_API_KEY);
    return picture.href;
  }
}

export const mapOf = (place: string) => `https://pictures.example.com/map?center=${place}&key=${environment.googleMapsApiKey}`;
