/** A customer as the list shows it. */
export interface Row {
  number: string;
  lastName: string;
  firstName: string;
  company: string;
  products: number;
}

export const COLUMNS = [
  { field: 'number', title: 'Kundennummer' },
  { field: 'lastName', title: 'Name' },
  { field: 'firstName', title: 'Vorname' },
  { field: 'company', title: 'Firma' },
  { field: 'products', title: 'Produkte' },
] as const;

/** German order; one collator for all comparisons, which is much quicker than `localeCompare`. */
export const german = new Intl.Collator('de');

export async function fetchRows(): Promise<Row[]> {
  return (await (await fetch('/rows.json')).json()) as Row[];
}

/** The field above the table; what is typed is searched at once. */
export function onTyping(search: (text: string) => void): void {
  const field = document.querySelector<HTMLInputElement>('#filter');
  field?.addEventListener('input', () => search(field.value));
}

/** The table is there, with all of its rows. */
export function isReady(): void {
  document.body.dataset['ready'] = 'true';
}
