/** Whether the address has a scenario behind it, rather than a place on the page or nothing. */
export const hasLink = (): boolean => holdsLink(location.hash);

/** Whether an address, or its part from # on, is meant as the link of a scenario. */
export const holdsLink = (address: string): boolean => /#v\d/.test(address);

/** Whether a text is an address and nothing else: one of the web, or what stands behind #. */
export const isAddress = (text: string): boolean => /^(?:<?(?:https?|file):\/\/\S+|#v\d\S*)$/i.test(text.trim());

/** Whether the page is the bare figure that others set into theirs: `?embed`. */
export const isEmbedded = (): boolean => new URLSearchParams(location.search).has("embed");
