import type { Facility } from '../api/types';
import { request } from '../api/request';
import { formatNumber } from '../format/number';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { useAsync } from '../ui/useAsync';
import { quantityOf } from './names';
import { Sparkline } from './Sparkline';

interface Reading { at: string; value: number }
const day = 24 * 3_600_000;

/** The latest readings of a facility, each with its last day as a line. */
export function Readings({ facility }: { facility: Facility }) {
  const w = words.value.facilities;
  const latest = facility.readings ?? [];
  return (
    <section class="block"><h2>{w.readings}</h2>
      {!latest.length && <p class="field-hint">{w.readingsNone}</p>}
      {latest.map((reading) => {
        const limit = facility.limits?.find((other) => other.quantity === reading.quantity);
        const bound = limit?.max ?? limit?.min ?? null;
        return (
          <div class="reading" key={reading.quantity}>
            <p><span>{quantityOf(reading.quantity).name}</span><b class="figures">{formatNumber(reading.value, language.value)} {quantityOf(reading.quantity).unit}</b>
              {bound !== null && <small>{w.limit} {formatNumber(bound, language.value)}</small>}</p>
            <Line facility={facility.id} quantity={reading.quantity} limit={bound} until={reading.at} />
          </div>
        );
      })}
    </section>
  );
}

function Line({ facility, quantity, limit, until }: { facility: string; quantity: string; limit: number | null; until: string }) {
  const to = asOf.value ?? until;
  const series = useAsync<{ items: Reading[] }>(`${facility} ${quantity} ${to}`, () => {
    const params = new URLSearchParams({ quantity, from: new Date(Date.parse(to) - day).toISOString(), to: new Date(Date.parse(to) + 1000).toISOString() });
    return request(`/api/facilities/${encodeURIComponent(facility)}/readings?${params}`);
  });
  const items = series.value?.items ?? [];
  if (items.length < 2) return null;
  return <Sparkline points={items.map((item) => [Date.parse(item.at), item.value])} limit={limit} label={quantityOf(quantity).name} />;
}
