interface LogoProps {
  size?: number
}

/** The mark of the product: two voices, one answering the other. The same drawing as public/icons/icon.svg. */
export function Logo({ size = 20 }: LogoProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#4f3fd9" />
      <path
        d="M9.5 6.5h9a4 4 0 0 1 4 4v.5H17a6 6 0 0 0-6 6v2.2l-3.7 2.5a.8.8 0 0 1-1.3-.7V10a3.5 3.5 0 0 1 3.5-3.5Z"
        fill="#fff"
      />
      <path
        d="M17 13h5.5a3.5 3.5 0 0 1 3.5 3.5v8.5a.8.8 0 0 1-1.3.7L20.8 23H17a4 4 0 0 1-4-4v-2a4 4 0 0 1 4-4Z"
        fill="#bdb6ff"
      />
    </svg>
  )
}
