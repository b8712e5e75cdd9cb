import { FilterModule, FormatModule, SortModule, Tabulator } from 'tabulator-tables';
import { COLUMNS, fetchRows, german, isReady, onTyping, type Row } from './rows';

Tabulator.registerModule([FilterModule, FormatModule, SortModule]);

const data = await fetchRows();
// One text for each row, made once.
const texts = new Map(data.map((row) => [row.number, `${row.number}\n${row.lastName}\n${row.firstName}\n${row.company}`.toLowerCase()]));

const table = new Tabulator('#grid', {
  data,
  index: 'number',
  // A height switches the virtual rendering of rows on.
  height: 700,
  layout: 'fitColumns',
  // By the column that was clicked first, and then by the other.
  sortOrderReverse: true,
  columns: COLUMNS.map(({ field, title }) => ({
    field,
    title,
    sorter: field === 'products' ? 'number' : (one: string, other: string) => german.compare(one, other),
  })),
});
table.on('tableBuilt', isReady);
onTyping((text) => {
  const wanted = text.toLowerCase();
  table.setFilter((row: Row) => texts.get(row.number)?.includes(wanted) === true);
});
