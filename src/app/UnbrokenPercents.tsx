/** Text whose numbers keep their percent sign or their seconds: no line ends between the two. */
export function UnbrokenPercents({text}: {readonly text: string}) {
  return (
    <>
      {text.split(/(\S+ %\S*|\d\S* s\b\S*)/).map((part, i) =>
        i % 2 === 0 ? (
          part
        ) : (
          <span key={i} class="unbroken">
            {part}
          </span>
        )
      )}
    </>
  );
}
