/** The part of SARIF 2.1.0 that the formatter writes, <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. */

export type Level = "error" | "warning";

export interface Message {
  text: string;
}

export interface ArtifactLocation {
  uri: string;
  uriBaseId: "%SRCROOT%";
}

export interface Region {
  startLine: number;
  startColumn?: number;
  endLine?: number;
  endColumn?: number;
}

export interface Location {
  physicalLocation: { artifactLocation: ArtifactLocation; region: Region };
}

export interface Replacement {
  deletedRegion: { charOffset: number; charLength: number };
  insertedContent?: Message;
}

export interface Fix {
  description: Message;
  artifactChanges: { artifactLocation: ArtifactLocation; replacements: Replacement[] }[];
}

export interface Suppression {
  kind: "inSource" | "external";
  status: "accepted";
}

export interface Result {
  ruleId: string;
  ruleIndex: number;
  level: Level;
  message: Message;
  locations: Location[];
  partialFingerprints: Record<string, string>;
  fixes?: Fix[];
  suppressions?: Suppression[];
}

export interface RuleDescriptor {
  id: string;
  name: string;
  shortDescription: Message;
  fullDescription: Message;
  help: Message & { markdown: string };
  helpUri: string;
  defaultConfiguration: { level: Level };
  properties: { tags: string[]; precision: "high"; "problem.severity": Level; "security-severity": string };
}

export interface Notification {
  level: "error";
  message: Message;
  locations: Location[];
}

export interface Log {
  $schema: string;
  version: "2.1.0";
  runs: {
    tool: { driver: { name: string; version: string; semanticVersion: string; informationUri: string; rules: RuleDescriptor[] } };
    columnKind: "utf16CodeUnits";
    invocations: { executionSuccessful: true; toolExecutionNotifications: Notification[] }[];
    results: Result[];
  }[];
}
