/** A meridian as surveyors write it: 107.25 is 107°15′. */
export function meridian(degrees: number): string {
  const minutes = Math.round(degrees * 60);
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`;
}
