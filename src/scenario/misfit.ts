/** Something a file says that does not fit together; `path` leads to it. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
  /** A remark rather than a reason to refuse the file. */
  readonly warning?: true;
}
