import {mkdtempSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test, vi} from "vitest";
import * as bootstrap from "../../src/fitting/bootstrap.ts";
import {ladder} from "./inProcess.ts";

vi.mock("../../src/fitting/bootstrap.ts", {spy: true});

test("ladder compare draws its ladders once, whether or not it writes a scenario", async () => {
  const drawn = vi.mocked(bootstrap.resample);
  const args = ["compare", "scenarios/sample-ladder.csv", "--by", "recipe", "--bootstrap", "20"];
  const {status, stdout} = await ladder(args);
  expect(status).toBe(0);
  const once = drawn.mock.calls.length;
  expect(once).toBeGreaterThan(0);
  drawn.mockClear();
  const out = join(mkdtempSync(join(tmpdir(), "compare-")), "out.json");
  expect(await ladder([...args, "-o", out])).toMatchObject({status: 0, stdout});
  expect(drawn).toHaveBeenCalledTimes(once);
});
