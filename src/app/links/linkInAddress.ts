/** Whether the address has a scenario behind it, rather than a place on the page or nothing. */
export const hasLink = (): boolean => /^#v\d/.test(location.hash);

/** Whether the page is the bare figure that others set into theirs: `?embed`. */
export const isEmbedded = (): boolean => new URLSearchParams(location.search).has("embed");
