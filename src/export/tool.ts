/** What makes the files; the version is the package's, which a test holds. */
export const tool = {name: "Scaling Ladder", version: "0.1.0"} as const;
