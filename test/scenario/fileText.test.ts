import {expect, test} from "vitest";
import {textOfFile} from "../../src/app/textOfFile.ts";
import {textOfBytes} from "../../src/scenario/fileText.ts";

const words = "{“é”: 1}";
const wide = Buffer.from(`\uFEFF${words}`, "utf16le");

test.each([
  ["UTF-8", Buffer.from(words)],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${words}`)],
  ["UTF-16 with the lesser byte first", wide],
  ["UTF-16 with the greater byte first", Buffer.from(wide).swap16()]
])("a file in %s has the same text", async (_, bytes) => {
  expect(textOfBytes(bytes)).toBe(words);
  expect(await textOfFile(new Blob([bytes]))).toBe(words);
});
