/** What opens and saves files, loaded when one is opened or saved. */
export const loadFiles = () => import("./files.ts");
