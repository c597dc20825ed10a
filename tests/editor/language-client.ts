import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

interface Position {
  line: number;
  character: number;
}

interface TextEdit {
  range: { start: Position; end: Position };
  newText: string;
}

interface WorkspaceEdit {
  documentChanges: { textDocument: { uri: string }; edits: TextEdit[] }[];
}

export interface Diagnostic {
  range: TextEdit["range"];
  severity: number;
  code: string;
  codeDescription: { href: string };
  source: string;
  message: string;
}

export interface CodeAction {
  title: string;
  kind: string;
  isPreferred?: boolean;
  command?: { command: string; arguments: unknown[] };
  edit?: WorkspaceEdit;
}

/** An editor, as far as the ESLint language server can tell. */
export interface Editor {
  /** Opens a file with the text that is in the editor, saved or not. */
  open(name: string, text: string): Promise<OpenFile>;
  /** Ends the server, by force when it does not end itself. */
  close(): Promise<void>;
}

export interface OpenFile {
  readonly diagnostics: readonly Diagnostic[];
  /** What the light bulb offers for a diagnostic. */
  quickFixes(diagnostic: Diagnostic): Promise<CodeAction[]>;
  /** The text after one of the offers is taken. */
  apply(action: CodeAction): Promise<string>;
  /** The text after `source.fixAll.eslint`, which runs on saving. */
  fixAll(): Promise<string>;
}

const SERVER = createRequire(import.meta.url).resolve("vscode-langservers-extracted/bin/vscode-eslint-language-server");
const PATIENCE = 5000;

/** Starts the ESLint language server of VS Code in a project. `settings` are those of the section `eslint` that differ from the defaults. */
export async function startEditor(folder: string, settings: object = {}): Promise<Editor> {
  const server = spawn(process.execPath, [SERVER, "--stdio"], { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const workspaceFolder = { uri: pathToFileURL(folder).href, name: "project" };
  const configuration = { ...DEFAULTS, workspaceFolder, ...settings };
  let applied: WorkspaceEdit | undefined;
  connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(() => configuration));
  connection.onRequest("workspace/applyEdit", ({ edit }: { edit: WorkspaceEdit }) => {
    applied = edit;
    return { applied: true };
  });
  for (const request of ["client/registerCapability", "workspace/diagnostic/refresh"]) connection.onRequest(request, () => null);
  connection.listen();

  // The server ends by itself when the process with this id is gone.
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: workspaceFolder.uri, workspaceFolders: [workspaceFolder], capabilities: CAPABILITIES });
  await connection.sendNotification("initialized", {});

  return {
    async open(name, text) {
      const uri = pathToFileURL(path.join(folder, name)).href;
      const languageId = /\.[cm]?ts$/.test(name) ? "typescript" : "javascript";
      await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
      const actions = (about: Diagnostic[], range: TextEdit["range"], only: string): Promise<CodeAction[]> =>
        connection.sendRequest("textDocument/codeAction", { textDocument: { uri }, range, context: { diagnostics: about, only: [only] } });
      const { items: diagnostics } = await connection.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } });
      return {
        diagnostics,
        quickFixes: (diagnostic) => actions([diagnostic], diagnostic.range, "quickfix"),
        async apply({ command }) {
          applied = undefined;
          await connection.sendRequest("workspace/executeCommand", command);
          return edited(text, applied);
        },
        async fixAll() {
          const [action] = await actions([], { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, "source.fixAll.eslint");
          return edited(text, action?.edit);
        },
      };
    },
    async close() {
      const ended = once(server, "exit");
      try {
        await Promise.race([connection.sendRequest("shutdown"), delay(PATIENCE, undefined, { ref: false })]);
        await connection.sendNotification("exit");
        await Promise.race([ended, delay(PATIENCE, undefined, { ref: false })]);
      } finally {
        connection.dispose();
        if (server.exitCode === null && server.signalCode === null) {
          server.kill("SIGKILL");
          await ended;
        }
      }
    },
  };
}

/** What the VS Code extension answers when nothing is configured. */
const DEFAULTS = {
  validate: "on",
  packageManager: "npm",
  useESLintClass: true,
  useFlatConfig: true,
  experimental: { useFlatConfig: false },
  codeAction: { disableRuleComment: { enable: true, location: "separateLine", commentStyle: "line" }, showDocumentation: { enable: true } },
  codeActionOnSave: { mode: "all" },
  format: false,
  quiet: false,
  onIgnoredFiles: "off",
  options: {},
  rulesCustomizations: [],
  run: "onType",
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workingDirectory: { mode: "location" },
};

const CAPABILITIES = {
  workspace: { applyEdit: true, configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll.eslint"] } } },
    publishDiagnostics: { codeDescriptionSupport: true },
  },
};

function edited(text: string, edit: WorkspaceEdit | undefined): string {
  if (edit === undefined) throw new Error("the server offers no edit");
  const starts = [0, ...[...text.matchAll(/\r?\n/g)].map((match) => match.index + match[0].length)];
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  return edit.documentChanges
    .flatMap(({ edits }) => edits)
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)), text);
}
