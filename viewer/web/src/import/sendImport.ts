import { Problem, readProblem } from '../api/problem';
import type { ImportMessage } from './importTypes';

export interface SendOptions {
  address: string;
  file: Blob;
  /** Display name recorded with the import. */
  actor: string;
  signal: AbortSignal;
  /** Called with every line, as it comes. */
  tell: (message: ImportMessage) => void;
}

/** Sends a file and follows its progress. Throws `Problem` when it was refused before a line was read, also when the network is down. */
export async function sendImport({ address, file, actor, signal, tell }: SendOptions): Promise<void> {
  const headers = { Accept: 'application/x-ndjson', 'Content-Type': 'application/octet-stream', 'X-Actor': encodeURIComponent(actor) };
  let response: Response;
  try {
    response = await fetch(address, { method: 'POST', headers, body: file, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Problem(0, 'unreachable', String(error));
  }
  if (!response.ok || !response.body) throw await readProblem(response);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let ended = false;
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? '')).split('\n');
    rest = done ? '' : lines.pop() ?? '';
    for (const line of lines) {
      if (!line.trim()) continue;
      const message = JSON.parse(line) as ImportMessage;
      ended ||= message.kind === 'done' || message.kind === 'failed';
      tell(message);
    }
    if (done) break;
  }
  if (!ended) throw new Problem(0, 'unreachable', 'The answer ended too early.');
}
