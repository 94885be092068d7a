/** A count for a small place: nothing for none, 99+ for very many. */
export const badgeText = (count: number): string => (count <= 0 ? '' : count > 99 ? '99+' : String(count));

/** The page's icon with a count on it, as the address of a picture. */
export function badgeIcon(text: string): string {
  const size = text.length > 2 ? 11 : text.length > 1 ? 14 : 17;
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0B57D0"/>'
    + '<path d="M7 10.5 13 8l6 2.5L25 8v13.5L19 24l-6-2.5L7 24z" fill="none" stroke="#fff" stroke-width="1.8" stroke-linejoin="round"/>'
    + '<circle cx="21" cy="21" r="11" fill="#A80F27" stroke="#fff" stroke-width="1.5"/>'
    + `<text x="21" y="21" fill="#fff" font-family="sans-serif" font-weight="700" font-size="${size}" text-anchor="middle" dominant-baseline="central">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
