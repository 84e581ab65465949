interface FileModel {
  readonly id: string;
  readonly name: string;
  readonly recipe: string;
  readonly compute: unknown;
  readonly score: Readonly<Record<string, unknown>>;
}

interface FileScenario {
  readonly title: string;
  readonly models: readonly FileModel[];
}

/** A scenario file with as many models: its own, and others of the same recipes spread over the figure. */
export function manyModels(text: string, count: number): FileScenario {
  const scenario = JSON.parse(text) as FileScenario;
  const {models} = scenario;
  const others = Array.from({length: count - models.length}, (_, i): FileModel => {
    const {name, recipe, score} = models[i % models.length]!;
    // Multiples of irrational numbers spread evenly, and the same in every run.
    const compute = Number((10 ** (24 + 2.5 * ((i * Math.SQRT2) % 1))).toPrecision(4));
    const points = Number((12 + 45 * ((i * Math.E) % 1)).toFixed(2));
    const scores = Object.fromEntries(Object.keys(score).map((metric) => [metric, points]));
    return {id: `other-${i}`, name: `${name} ${i}`, recipe, compute, score: scores};
  });
  return {...scenario, title: `${count} models to measure`, models: [...models, ...others]};
}
