/** Thailand's fiscal year, in the Buddhist era: it begins on 1 October and is named after the year it ends in. */
const BUDDHIST_ERA = 543;
const OCTOBER = 10;

export function fiscalYear(now = new Date()): number {
  const [year, month] = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Bangkok',
    year: 'numeric',
    month: 'numeric',
    calendar: 'gregory',
    numberingSystem: 'latn',
  })
    .formatToParts(now)
    .filter(({ type }) => type === 'year' || type === 'month')
    .map(({ value }) => Number(value)) as [number, number];
  return year + BUDDHIST_ERA + (month >= OCTOBER ? 1 : 0);
}
