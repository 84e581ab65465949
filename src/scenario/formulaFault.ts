/** What is wrong with a formula, said without the name of its field. */
export interface FormulaFault {
  readonly ok: false;
  readonly message: string;
  readonly hint?: string;
  /** The character of the formula it is about, counted from 1; the message names it too. */
  readonly column?: number;
}

/** A fault of the formula as a whole. */
export const wholeFault = (message: string, hint?: string): FormulaFault => ({
  ok: false,
  message,
  ...(hint === undefined ? {} : {hint})
});

/** A piece of a formula, shortened. */
export const shortened = (piece: string): string => (piece.length > 32 ? `${piece.slice(0, 32)}…` : piece);

/** A piece of a formula in quotes, shortened. */
export const quoted = (piece: string): string => (piece === '"' ? `'"'` : `"${shortened(piece)}"`);

/** A fault of one piece of the formula: has "=" at column 3: a formula assigns nothing. */
export const faultAt = (piece: string, column: number, reason: string, hint?: string): FormulaFault => ({
  ...wholeFault(`has ${quoted(piece)} at column ${column}: ${reason}`, hint),
  column
});
