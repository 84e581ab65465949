/** What keeps a text from being XML: the first fault, or undefined. Knows what our drawings use and nothing more. */
export function xmlFault(text: string): string | undefined {
  const body = text.replace(/^<\?xml[^>]*\?>\s*/, "");
  const open: string[] = [];
  const ids = new Set<string>();
  let rest = body;
  while (rest !== "") {
    const tag = /^<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z0-9:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    if (tag === null) {
      const characters = /^[^<]+/.exec(rest)?.[0];
      if (characters === undefined) return `no tag at ${rest.slice(0, 60)}`;
      const entity = characters.replace(/&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi, "");
      if (entity.includes("&")) return `bare ampersand in ${characters}`;
      if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(characters))
        return `control character in ${characters}`;
      rest = rest.slice(characters.length);
      continue;
    }
    const [whole, isEnd, name = "", attributes = "", isEmpty] = tag;
    const names = [...attributes.matchAll(/([a-zA-Z0-9:-]+)="/g)].map(([, attribute]) => attribute);
    if (new Set(names).size < names.length) return `an attribute twice in ${whole}`;
    const id = /\sid="([^"]*)"/.exec(attributes)?.[1];
    if (id !== undefined && ids.has(id)) return `id ${id} twice`;
    if (id !== undefined) ids.add(id);
    if (isEnd === "/") {
      const last = open.pop();
      if (last !== name) return `</${name}> closes <${last ?? ""}>`;
    } else if (isEmpty !== "/") open.push(name);
    rest = rest.slice(whole.length);
  }
  return open.length === 0 ? undefined : `<${open.at(-1) ?? ""}> is not closed`;
}
