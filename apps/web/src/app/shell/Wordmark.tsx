/** The name, set as a word with its mark: an order struck through at its foot. */
export function Wordmark(props: { size?: number }) {
  const size = props.size ?? 24;
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
        <rect width="32" height="32" rx="6" fill="#17524d" />
        <path
          d="M8 9l8 15 8-15"
          fill="none"
          stroke="#f7f5f0"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <path d="M8 25h16" stroke="#9ad0c7" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span
        style={{
          fontFamily: 'var(--mantine-font-family-headings)',
          fontWeight: 600,
          fontSize: size * 0.75,
        }}
      >
        Vacatur
      </span>
    </span>
  );
}
