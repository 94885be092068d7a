import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { importAddress } from '../src/import/importAddress';
import type { ImportMessage } from '../src/import/importTypes';
import { meridian } from '../src/import/meridian';
import { oneFile } from '../src/import/oneFile';
import { sendImport } from '../src/import/sendImport';
import { unite } from '../src/import/unite';

const choice = { layer: '', title: '', mode: 'append' as const, repair: false, partial: false, crs: null };

/** An answer whose bytes come in the given pieces. */
function answer(pieces: string[], status = 200): Response {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
  return new Response(stream, { status, headers: { 'Content-Type': 'application/x-ndjson' } });
}

async function send(response: Response): Promise<ImportMessage[]> {
  vi.stubGlobal('fetch', () => Promise.resolve(response));
  const told: ImportMessage[] = [];
  await sendImport({ address: '/api/imports?file=a', file: new Blob(['x']), actor: 'Lan', signal: new AbortController().signal, tell: (message) => told.push(message) });
  return told;
}

describe('import', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('asks for just what was decided', () => {
    expect(importAddress('đường.csv', choice, true)).toBe('/api/imports?file=%C4%91%C6%B0%E1%BB%9Dng.csv&mode=append&tz=Asia%2FHo_Chi_Minh&dryRun=true');
    const all = new URLSearchParams(importAddress('a.zip', { layer: ' wells ', title: 'Giếng', mode: 'upsert', repair: true, partial: true, crs: 9215 }, false).split('?')[1]);
    expect(Object.fromEntries(all)).toEqual({ file: 'a.zip', mode: 'upsert', tz: 'Asia/Ho_Chi_Minh', layer: 'wells', title: 'Giếng', crs: 'EPSG:9215', repair: 'true', acceptPartial: 'true' });
  });

  it('writes a meridian as surveyors do', () => {
    expect([107.25, 105, 104.5].map(meridian)).toEqual(['107°15′', '105°00′', '104°30′']);
  });

  it('unites boxes', () => {
    expect(unite([])).toBeNull();
    expect(unite([[1, 2, 3, 4], [0, 3, 2, 9]])).toEqual([0, 2, 3, 9]);
  });

  it('follows lines however the bytes are cut', async () => {
    const told = await send(answer(['{"kind":"progress","stage":"rea', 'ding","read":1,"fraction":0.5}\n{"kind":"bad","line":3,"field":"lon","reason":"x"}\n{"kind":"fai', 'led","code":"crs_needed","detail":"d","good":0,"bad":0}\n']));
    expect(told.map((message) => message.kind)).toEqual(['progress', 'bad', 'failed']);
  });

  it('takes an answer that ends without an end for a lost line', async () => {
    await expect(send(answer(['{"kind":"progress","stage":"reading","read":1,"fraction":0.5}\n']))).rejects.toMatchObject({ status: 0 });
  });

  it('tells a refusal by its name', async () => {
    await expect(send(answer(['{"code":"crs_unknown","detail":"d"}'], 400))).rejects.toMatchObject({ status: 400, code: 'crs_unknown' });
  });
});

describe('what was dropped', () => {
  const file = (name: string, text = name): File => new File([text], name);

  it('is sent as it is when it is one file', async () => {
    const one = file('wells.csv');
    expect(await oneFile([one])).toBe(one);
  });
  it('is packed when it is the parts of a Shapefile, without what other programs left beside them', async () => {
    const packed = await oneFile(['ranh.SHP', 'ranh.shx', 'Ranh.dbf', 'ranh.prj', 'ranh.cpg', 'ranh.qix', 'other.dbf', 'notes.txt'].map((name) => file(name)));
    expect(packed?.name).toBe('ranh.zip');
    const inside = unzipSync(new Uint8Array(await packed!.arrayBuffer()));
    expect(Object.keys(inside).sort()).toEqual(['Ranh.dbf', 'ranh.SHP', 'ranh.cpg', 'ranh.prj', 'ranh.shx']);
    expect(new TextDecoder().decode(inside['Ranh.dbf'])).toBe('Ranh.dbf');
  });
  it('keeps the parts of several Shapefiles together', async () => {
    const packed = await oneFile(['a.shp', 'a.dbf', 'b.shp', 'b.dbf'].map((name) => file(name)));
    expect(Object.keys(unzipSync(new Uint8Array(await packed!.arrayBuffer())))).toHaveLength(4);
  });
  it('is nothing to be sent when it is several things, or nothing', async () => {
    expect(await oneFile([file('a.geojson'), file('b.geojson')])).toBeNull();
    expect(await oneFile([])).toBeNull();
  });
});
