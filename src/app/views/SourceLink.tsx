import type {FigureWords} from "../../figures/evidenceTable.ts";

/** The publisher of a figure, as a link where it is on the web. */
export function SourceLink({words: {source, title, url}}: {readonly words: FigureWords}) {
  return url === undefined ? (
    <span title={title}>{source}</span>
  ) : (
    <a class="source-link" href={url} title={title} rel="noreferrer noopener" target="_blank">
      {source}
    </a>
  );
}
