import type {RunColumn} from "./runColumns.ts";

/** Spellings of titles, letters and digits alone; those of a tier below are taken first. */
const spellings: Readonly<Record<RunColumn, readonly (readonly string[])[]>> = {
  N: [
    [
      ...["n", "params", "param", "parameters", "parameter", "nparams", "numparams", "nparameters", "numparameters"],
      ...["numberofparameters", "numberofparams", "parametercount", "paramcount", "paramscount", "modelsize", "size"],
      ...["modelparams", "modelparameters", "activeparams", "activeparameters", "nactive"]
    ],
    [
      ...["totalparams", "totalparameters", "ntotal", "allparams", "nonembeddingparams", "nonembeddingparameters"],
      ...["nonembedparams", "paramsnoembed", "paramsnonembedding", "paramswithoutembeddings", "nnonembedding"],
      ...["nonembedding", "nnoembed", "paramsnoemb", "paramsnonembed"]
    ]
  ],
  D: [
    [
      ...["d", "tokens", "token", "trainingtokens", "traintokens", "ntokens", "numtokens", "numberoftokens"],
      ...["tokencount", "datasetsize", "datasize", "tokensseen", "tokenstrained", "totaltokens", "trainedtokens"]
    ]
  ],
  C: [
    [
      ...["c", "flop", "flops", "compute", "trainingflop", "trainingflops", "trainflop", "trainflops"],
      ...["trainingcompute", "traincompute", "totalflop", "totalflops", "totalcompute", "computeflop", "computeflops"],
      ...["trainingcomputeflop", "trainingcomputeflops", "nflops"]
    ],
    [...["nonembeddingflops", "nonembeddingcompute", "estimatedflops", "estimatedcompute", "theoreticalflops"]]
  ],
  loss: [
    [
      ...["loss", "l", "valloss", "validationloss", "testloss", "evalloss", "finalloss", "heldoutloss", "lmloss"],
      ...["crossentropy", "crossentropyloss", "celoss", "ce", "nll", "lossnats", "validloss"]
    ],
    ["bpb", "bitsperbyte", "valbpb", "validationbpb", "actualbpb", "taskloss", "actualloss"],
    ["trainloss", "trainingloss", "smoothedloss"]
  ],
  score: [
    [
      ...["score", "accuracy", "acc", "points", "actualaccuracy", "taskaccuracy", "valaccuracy", "testaccuracy"],
      ...["meanaccuracy", "averageaccuracy", "avgaccuracy", "exactmatch", "passrate", "benchmarkscore"]
    ]
  ],
  unique: [["uniquetokens", "unique", "uniquedata", "nuniquetokens", "numuniquetokens", "distincttokens", "ud"]],
  budget: [["budget", "flopbudget", "flopsbudget", "computebudget", "isoflop", "isoflopbudget", "targetflops"]],
  name: [
    ["name", "run", "runname", "model", "modelname"],
    ["id", "runid", "experiment", "checkpoint"]
  ],
  recipe: [
    ["recipe", "recipename", "trainingrecipe"],
    ["dataset", "trainingdata", "datasetname", "data", "corpus"],
    ["architecture", "arch", "method", "variant", "optimizer", "optimiser", "group", "series", "family"]
  ],
  task: [["task", "taskname", "benchmark", "metric"]],
  seed: [["seed", "randomseed", "rngseed"]]
};

/** The column and tier of each spelling. */
export const bySpelling: ReadonlyMap<string, {readonly column: RunColumn; readonly tier: number}> = new Map(
  Object.entries(spellings).flatMap(([column, tiers]) =>
    tiers.flatMap((words, tier) => words.map((word) => [word, {column: column as RunColumn, tier}] as const))
  )
);
