/** The sentence of a problem document. */
export async function problemOf(answer: Response): Promise<string> {
  try {
    const problem = (await answer.json()) as { detail?: string; expected?: string };
    return [problem.detail, problem.expected].filter(Boolean).join(' ') || String(answer.status);
  } catch {
    return String(answer.status);
  }
}
