/** Two arrows that part: figures that disagree. The word stands beside it. */
export const ConflictSign = () => (
  <svg width="12" height="10" viewBox="0 0 12 10" aria-hidden="true">
    <path d="M1 3h9m-3-2.5L10 3L7 5.5M11 7H2m3-2.5L2 7l3 2.5" fill="none" stroke="currentColor" stroke-width="1.3" />
  </svg>
);
