import { iconPaths, type IconName } from './iconPaths';

/** A line icon. It never stands alone: its button carries a label or a tooltip. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  );
}
