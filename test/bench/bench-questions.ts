export async function benchQuestions(): Promise<Record<string, number>> {
  return {};
}
