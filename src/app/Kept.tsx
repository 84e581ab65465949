/** Text whose numbers keep their percent sign: no line ends between the two. */
export function Kept({text}: {readonly text: string}) {
  return (
    <>
      {text.split(/(\S+ %\S*)/).map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          <span key={i} class="kept">
            {part}
          </span>
        )
      )}
    </>
  );
}
