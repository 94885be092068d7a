import { formatNumber } from '../format/number';
import { exportAddress, exportFormats } from '../query/exportAddress';
import { list, query, sort } from '../state/incidents';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';

/** Rows a sheet of a workbook holds below its heading. */
const sheetRows = 1_048_575;

/** Takes away exactly what the list shows: its filter, its order, its moment. */
export function ExportMenu() {
  const w = words.value.list.export;
  const matched = list.value.matched;
  return (
    <Popover label={w.label} class="icon-button export-button" align="end" button={<><Icon name="download" size={18} /><span class="visually-hidden">{w.label}</span></>}>
      {(close) => (
        <div class="export">
          <p class="field-hint">{matched ? w.what(formatNumber(matched, language.value)) : w.nothing}</p>
          {matched > 0 && exportFormats.map((format) => (format === 'xlsx' && matched > sheetRows
            ? <p key={format} class="field-hint">{w.tooMany(formatNumber(sheetRows, language.value))}</p>
            : (
              <a key={format} class="export-link" download href={exportAddress(format, query.value, sort.value, asOf.value, language.value)} onClick={() => setTimeout(close)}>
                <b>{w.formats[format]}</b><span>{w.hints[format]}</span>
              </a>
            )))}
        </div>
      )}
    </Popover>
  );
}
