import {parseArgs} from "node:util";
import {chatLength, decodeLink, encodeLink} from "../scenario/link.ts";
import {CommandError, nameOf, readText, remark, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {filesWithProgress} from "./manyFiles.ts";
import {readScenarioFile, readScenarioText} from "./scenarioFile.ts";
import {writeScenario} from "../scenario/write.ts";

export const urlHelp = `Usage: ladder url [FILE...] [--base ADDRESS] [-o OUT]
       ladder url --decode LINK [-o OUT]

Prints a link that holds a scenario, in the part behind # that no server is sent; or gives the scenario in a link back.
FILE is a scenario, or - or nothing for standard input; of several, a line each: the name of the file, a tab, its link.
LINK is a whole address, or its part behind #, or - for standard input.

      --base ADDRESS   of the page; left out: the part from # on alone
      --decode LINK    print the scenario file that LINK holds
  -o, --output OUT     where to write; left out or -: standard output
`;

/** The address of a page with nothing behind it that a link brings along. */
function baseAddress(text: string): string {
  if (!/^(https?|file):\/\/[^\s#]+$/.test(text)) {
    throw new CommandError(`--base must be the address of a page, such as https://example.org/ladder/, got ${text}`);
  }
  return text;
}

/** The text of the scenario that a link holds, after it was read: what cannot be opened is not handed on. */
async function decode(given: string): Promise<string> {
  const link = given === "-" ? readText("-") : given;
  const decoded = await decodeLink(link.trim());
  if (!decoded.ok) throw new CommandError(`the link ${decoded.message}`);
  return writeScenario((await readScenarioText("link", decoded.text)).scenario);
}

/** `ladder url`: a scenario as a link, and back. */
export async function url(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {output: {type: "string", short: "o"}, base: {type: "string"}, decode: {type: "string"}}
  });
  const output = values.output ?? "-";
  if (values.decode !== undefined) {
    if (positionals.length > 0 || values.base !== undefined)
      throw new CommandError("url --decode takes a link and nothing else");
    writeText(output, await decode(values.decode));
    return 0;
  }
  const files = positionals.length === 0 ? ["-"] : positionals;
  const base = values.base === undefined ? "" : baseAddress(values.base);
  const lines: string[] = [];
  const worst = await filesWithProgress("url", files, async (file, clear) => {
    const link = `${base}#${await encodeLink(await readScenarioFile(file, clear))}`;
    if (link.length > chatLength) {
      const length = link.length.toLocaleString("en");
      clear();
      remark(`${nameOf(file)}: the link has ${length} characters; many chats cut links longer than ${chatLength}`);
    }
    lines.push(files.length === 1 ? link : `${nameOf(file)}\t${link}`);
  });
  if (lines.length > 0) writeText(output, `${lines.join("\n")}\n`);
  return worst;
}
