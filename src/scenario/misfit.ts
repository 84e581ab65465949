/** Something a file says that does not fit together; `path` leads to it. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
  /** The id that is referred to and that nothing has. */
  readonly missing?: string;
  /** A remark rather than a reason to refuse the file. */
  readonly warning?: true;
}
