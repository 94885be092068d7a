import type { Language } from '../i18n/words';
import { reasonsVi } from './reasons.vi';

/** A reason as it is said, and in which language. */
export interface Said { text: string; lang: Language }

/** Kinds of values, as the server names them. */
const kindsVi: Readonly<Record<string, string>> = {
  'an object': 'một đối tượng', 'an array': 'một mảng', text: 'chữ', 'a number': 'một số', 'true or false': 'đúng hoặc sai', null: 'giá trị rỗng',
};

/** The server's sentence about a row or a file, in the reader's language. What is not known is shown as the server says it, and marked as English. */
export function sayReason(reason: string, language: Language): Said {
  if (language === 'en') return { text: reason, lang: 'en' };
  for (const [pattern, template] of reasonsVi) {
    const match = pattern.exec(reason);
    if (match) return { text: fill(template, match), lang: 'vi' };
  }
  return { text: reason, lang: 'en' };
}

const fill = (template: string, match: RegExpExecArray): string => template.replace(/\$(\d)(:kind)?/g, (_, index: string, kind?: string) => {
  const named = match[Number(index)] ?? '';
  return kind ? kindsVi[named] ?? named : named;
});
