export type Theme = 'light' | 'night';

/** Colours of the map. A quiet ground, so that incidents speak. */
export interface Palette {
  land: string; green: string; water: string; waterEdge: string; building: string; buildingEdge: string;
  minor: string; minorCasing: string; main: string; mainCasing: string; path: string;
  border: string; borderFill: string; label: string; halo: string; waterLabel: string; districtLabel: string; greenLabel: string;
  surface: string; ink: string; accent: string; line: string;
  networks: { water_pipes: string; power_lines: string; lighting_lines: string; drains: string; telecom_lines: string };
  streetLight: string;
  status: { Working: string; Degraded: string; Down: string; Unknown: string };
  /** Severity 1 to 5. */
  severity: readonly [string, string, string, string, string];
  onSeverity: string;
  /** From little to much, one hue that no severity has. */
  shades: readonly [string, string, string, string, string];
}

const light: Palette = {
  land: '#F2F1EC', green: '#E3EBDD', water: '#C9DFEE', waterEdge: '#AFCDE2', building: '#E4E1DA', buildingEdge: '#D6D2C8',
  minor: '#FFFFFF', minorCasing: '#DAD6CE', main: '#FFF3D6', mainCasing: '#E2C98F', path: '#CFC9BC',
  border: '#9A8FB0', borderFill: '#9A8FB0', label: '#3A4048', halo: '#FFFFFF', waterLabel: '#3F6C8C', districtLabel: '#5D5273', greenLabel: '#5A6E4C',
  surface: '#FFFFFF', ink: '#151A21', accent: '#0B57D0', line: '#D8DDE4',
  networks: { water_pipes: '#2A7FC1', power_lines: '#C98A00', lighting_lines: '#D3A92C', drains: '#1E8C86', telecom_lines: '#7A52B3' },
  streetLight: '#E0B400',
  status: { Working: '#3A4048', Degraded: '#9A6600', Down: '#A80F27', Unknown: '#5E728C' },
  severity: ['#5E728C', '#2A6FA8', '#996B00', '#9C3500', '#A80F27'],
  onSeverity: '#FFFFFF',
  shades: ['#F3EEFA', '#DACDEE', '#BCA5DE', '#9A7BCB', '#7450AF'],
};

const night: Palette = {
  land: '#161B21', green: '#19231F', water: '#12283A', waterEdge: '#1B3A52', building: '#1F252D', buildingEdge: '#272E38',
  minor: '#2A313B', minorCasing: '#1B2128', main: '#3A4250', mainCasing: '#1B2128', path: '#2A313B',
  border: '#6F6590', borderFill: '#6F6590', label: '#B9C2CE', halo: '#0F1318', waterLabel: '#6FA3C8', districtLabel: '#A79CC4', greenLabel: '#7E9574',
  surface: '#171C23', ink: '#E9EDF2', accent: '#7FB0FF', line: '#2B333E',
  networks: { water_pipes: '#4C9FDD', power_lines: '#E0A83A', lighting_lines: '#B89A45', drains: '#3FB0A8', telecom_lines: '#A583DB' },
  streetLight: '#F2D15C',
  status: { Working: '#B9C2CE', Degraded: '#E5B03A', Down: '#FF5C70', Unknown: '#8FA3BD' },
  severity: ['#8FA3BD', '#5AA9E6', '#E5B03A', '#FF8A4C', '#FF5C70'],
  onSeverity: '#0F1318',
  shades: ['#221E33', '#383058', '#544783', '#7866B2', '#A695E0'],
};

export const palettes: Record<Theme, Palette> = { light, night };
