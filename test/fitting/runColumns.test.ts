import {expect, test} from "vitest";
import {recognize} from "../../src/fitting/runColumns.ts";
import {bySpelling} from "../../src/fitting/runSpellings.ts";

test.each([...bySpelling].map(([word, {column}]) => [word, column] as const))(
  "%s gives %s in any case",
  (word, column) => {
    expect(recognize(word)?.column).toBe(column);
    expect(recognize(` ${word.toUpperCase()} `)?.column).toBe(column);
    expect(recognize(`${word.slice(0, 1)}_${word.slice(1)}`)?.column).toBe(column);
  }
);

test("no spelling stands twice", () => {
  expect([...bySpelling.keys()]).toHaveLength(new Set(bySpelling.keys()).size);
});

test.each([
  ["params (M)", "N", 1e6, "millions"],
  ["params [billions]", "N", 1e9, "billions"],
  ["Parameters (in thousands)", "N", 1e3, "thousands"],
  ["params_m", "N", 1e6, "millions"],
  ["n_params_b", "N", 1e9, "billions"],
  ["Model Size (B params)", "N", 1e9, "billions"],
  ["tokens (B)", "D", 1e9, "billions"],
  ["tokens_in_trillions", "D", 1e12, "trillions"],
  ["Training Tokens (tokens)", "D", 1, "tokens"],
  ["unique tokens [bn]", "unique", 1e9, "billions"],
  ["flops (1e21)", "C", 1e21, "1e21"],
  ["FLOPs (1E21)", "C", 1e21, "1E21"],
  ["compute (10^18 FLOP)", "C", 1e18, "10^18 FLOP"],
  ["C (x1e20)", "C", 1e20, "x1e20"],
  ["C [PF-days]", "C", 8.64e19, "PF-days"],
  ["compute_pf_days", "C", 8.64e19, "PF-days"],
  ["PF-days", "C", 8.64e19, "PF-days"],
  ["compute (ZFLOP)", "C", 1e21, "ZFLOP"],
  ["Training compute (FLOPs)", "C", 1, "FLOP"],
  ["Training compute [FLOPS]", "C", 1, "FLOP"],
  ["budget (1e18)", "budget", 1e18, "1e18"],
  ["accuracy (%)", "score", 0.01, "percent"],
  ["acc_pct", "score", 0.01, "percent"],
  ["loss (nats/token)", "loss", 1, "nats/token"]
] as const)("%s is %s, a number of it being worth %s (%s)", (title, column, times, words) => {
  const found = recognize(title);
  expect(found?.column).toBe(column);
  expect(found?.unit?.times).toBeCloseTo(times, 6 - Math.log10(times));
  expect(found?.unit?.words).toBe(words);
});

test.each([
  ["loss_c4_val", "loss"],
  ["loss_de-en", "loss"],
  ["paloma c4 loss", "loss"],
  ["mmlu_avg_test_bpb", "loss"],
  ["mmlu_acc", "score"],
  ["HellaSwag accuracy", "score"],
  ["loss (C4)", "loss"],
  ["Model Size", "N"],
  ["Training FLOP", "C"],
  ["Training Tokens", "D"],
  ["params_no_embed", "N"]
])("%s is taken for %s, without a unit", (title, column) => {
  expect(recognize(title)).toMatchObject({column});
  expect(recognize(title)?.unit).toBeUndefined();
});

test("plain names come before like ones, and those before words within a title", () => {
  const tier = (title: string) => recognize(title)?.tier ?? NaN;
  expect(tier("params")).toBeLessThan(tier("params_no_embed"));
  expect(tier("val_loss")).toBeLessThan(tier("bpb"));
  expect(tier("bpb")).toBeLessThan(tier("train_loss"));
  expect(tier("train_loss")).toBeLessThan(tier("loss_c4_val"));
});

test.each([
  "cm",
  "width",
  "depth",
  "",
  "  ",
  "learning rate",
  "lr",
  "tokens per param",
  "glossary",
  "account",
  "(M)",
  "steps"
])("%j says nothing here", (title) => {
  expect(recognize(title)).toBeUndefined();
});
