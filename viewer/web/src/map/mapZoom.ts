import { signal } from '@preact/signals';

/** The map's zoom, rounded to a tenth; null before there is a map. */
export const mapZoom = signal<number | null>(null);
export const mapBearing = signal(0);
