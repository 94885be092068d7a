import type { Language } from '../i18n/words';
import { reasonsVi } from './reasons.vi';

/** A reason as it is said, and in which language. */
export interface Said { text: string; lang: Language }

/** The server's sentence about a row or a file, in the reader's language. What is not known is shown as the server says it, and marked as English. */
export function sayReason(reason: string, language: Language): Said {
  if (language === 'en') return { text: reason, lang: 'en' };
  for (const [pattern, template] of reasonsVi) {
    const match = pattern.exec(reason);
    if (match) return { text: template.replace(/\$(\d)/g, (_, index: string) => match[Number(index)] ?? ''), lang: 'vi' };
  }
  return { text: reason, lang: 'en' };
}
