import {expect, test} from "vitest";
import {version} from "../../package.json";
import {tool} from "../../src/export/tool.ts";

test("files name the version of the package", () => expect(tool.version).toBe(version));
