/** The peak of a chip in one number format. */
export interface Peak {
  /** Dense peak, FLOP/s; half of the 2:4 sparse headline where a vendor prints one. */
  readonly rate: number;
  /** Id of the ledger entry that holds the number, its source and its conflicts. */
  readonly evidence: string;
}

/** What an hour of one chip is let for. */
export interface HourPrice {
  /** US dollars: the median or one provider's, or where only a range is on record its geometric middle. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** Id of the ledger entry that holds the numbers and their source. */
  readonly evidence: string;
}

export interface Chip {
  readonly name: string;
  readonly maker: string;
  /** By number format. */
  readonly peaks: Readonly<Record<string, Peak>>;
  /** Left out where no price is on record. */
  readonly price?: HourPrice;
  /** Other spellings, in lower case, without spaces and hyphens. */
  readonly aliases: readonly string[];
}

/**
 * Chips whose peaks are on record.
 *
 * The H200 has the H100's peaks and TPU v5p and v6e gain nothing from FP8 (notes of the entries named). The H800's only
 * peak on record is that of its PCIe form in FP8. GB200 is counted per GPU, two to a superchip, by its maker's figure;
 * another table prints the B200's. Its price is half of a superchip's.
 */
export const chips: readonly Chip[] = [
  {
    name: "H100",
    maker: "NVIDIA",
    peaks: {BF16: {rate: 989.4e12, evidence: "h100-bf16"}, FP8: {rate: 1978.9e12, evidence: "h100-fp8"}},
    price: {value: 2.95, low: 1.99, high: 5, evidence: "h100-price-hour"},
    aliases: ["h100sxm", "h100sxm5", "h10080gb", "h100sxm80gb", "h100sxm580gb"]
  },
  {
    name: "H200",
    maker: "NVIDIA",
    peaks: {BF16: {rate: 989.4e12, evidence: "h100-bf16"}, FP8: {rate: 1978.9e12, evidence: "h100-fp8"}},
    price: {value: 4.54, low: 2.5, high: 7, evidence: "h200-price-hour"},
    aliases: ["h200sxm", "h200141gb"]
  },
  {
    name: "H800",
    maker: "NVIDIA",
    peaks: {FP8: {rate: 1513e12, evidence: "h800-pcie-fp8"}},
    aliases: ["h800pcie"]
  },
  {
    name: "A100",
    maker: "NVIDIA",
    peaks: {BF16: {rate: 312e12, evidence: "a100-bf16"}},
    price: {value: 1.55, low: 0.8, high: 3, evidence: "a100-price-hour"},
    aliases: ["a10080gb", "a10040gb", "a100sxm", "a100sxm4", "a100sxm80gb", "a100sxm480gb", "a100pcie"]
  },
  {
    name: "B200",
    maker: "NVIDIA",
    peaks: {BF16: {rate: 2250e12, evidence: "b200-bf16"}, FP8: {rate: 4500e12, evidence: "b200-fp8"}},
    price: {value: 6.03, evidence: "b200-price-hour"},
    aliases: ["b200hgx", "hgxb200"]
  },
  {
    name: "GB200",
    maker: "NVIDIA",
    peaks: {BF16: {rate: 2500e12, evidence: "gb200-bf16"}, FP8: {rate: 5000e12, evidence: "gb200-fp8"}},
    price: {value: 4.54, evidence: "gb200-price-hour"},
    aliases: ["gb200nvl72"]
  },
  {
    name: "TPU v5p",
    maker: "Google",
    peaks: {BF16: {rate: 459e12, evidence: "tpu-v5p-bf16"}, FP8: {rate: 459e12, evidence: "tpu-v5p-bf16"}},
    aliases: ["v5p", "tpu5p"]
  },
  {
    name: "TPU v6e",
    maker: "Google",
    peaks: {BF16: {rate: 918e12, evidence: "tpu-v6e-bf16"}, FP8: {rate: 918e12, evidence: "tpu-v6e-bf16"}},
    aliases: ["v6e", "tpu6e", "trillium", "tputrillium"]
  },
  {
    name: "TPU7x",
    maker: "Google",
    peaks: {BF16: {rate: 2307e12, evidence: "tpu7x-bf16"}, FP8: {rate: 4614e12, evidence: "tpu7x-fp8"}},
    aliases: ["tpuv7", "tpuv7x", "tpu7", "ironwood", "tpuironwood", "tpu7xironwood"]
  },
  {
    name: "MI300X",
    maker: "AMD",
    peaks: {BF16: {rate: 1307.4e12, evidence: "mi300x-bf16"}, FP8: {rate: 2614.9e12, evidence: "mi300x-fp8"}},
    aliases: ["instinctmi300x"]
  }
];

const compact = (name: string): string => name.toLowerCase().replace(/[\s-]/g, "");

const chipsBySpelling: ReadonlyMap<string, Chip> = new Map(
  chips.flatMap((chip) =>
    [compact(chip.name), ...chip.aliases].flatMap((spelling): [string, Chip][] => [
      [spelling, chip],
      [compact(chip.maker) + spelling, chip]
    ])
  )
);

/** The chip of a name or alias in any case, with or without spaces, hyphens and maker: "H100 SXM", "nvidia h100". */
export function findChip(name: string): Chip | undefined {
  return chipsBySpelling.get(compact(name));
}

/** The largest peak of a chip in any number format, FLOP/s. */
export function highestPeak(chip: Chip): number {
  return Math.max(...Object.values(chip.peaks).map((peak) => peak.rate));
}
