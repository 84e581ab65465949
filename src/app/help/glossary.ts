/** The page's words, one for each thing. */
export const glossary: readonly {readonly word: string; readonly meaning: string}[] = [
  {word: "scenario", meaning: "Everything that can be set here, as one document: a file or a link holds it whole."},
  {word: "metric", meaning: "What the vertical axis counts, such as an index or a loss, with its version and date."},
  {word: "recipe", meaning: "A way of training. Its models share its gain; one recipe is the reference for all gains."},
  {word: "model", meaning: "A trained system. It has compute, gain and score; two of them give the third."},
  {word: "compute", meaning: "The operations spent on training, in FLOP: an amount, not a rate."},
  {word: "gain", meaning: "How many times less compute a recipe needs than the reference for the same score."},
  {word: "effective compute", meaning: "Compute times gain: what the reference recipe would have needed."},
  {word: "curve", meaning: "How a recipe’s score rises with compute. Here it is known near its models alone."},
  {word: "rung", meaning: "The line of equal score through a model. Along it compute is traded against gain."},
  {word: "placed", meaning: "Not disclosed by anyone and put there by you. A place is an assumption."},
  {word: "assumed", meaning: "Taken by this page without a source for this very number."},
  {word: "interval", meaning: "The range a number lies in with 90 % probability, as stated or as you set it."},
  {
    word: "claim",
    meaning: "What someone says of two models: a ratio, whom it compares, at which level, by which reading."
  },
  {
    word: "reading",
    meaning: "What a claim compares: equal score, equal loss, pretraining, all training, or cost of serving."
  },
  {word: "threshold", meaning: "An amount of training compute at which a rule begins to apply."},
  {word: "evidence", meaning: "A sourced number with its kind, date and the sources that disagree."}
];
