export interface PrintColumn<T> { title: string; cell: (item: T) => string; numeric?: boolean }

/** A plain table on paper; its head comes again on every sheet. */
export function PrintTable<T extends { id: string }>({ columns, items }: { columns: ReadonlyArray<PrintColumn<T>>; items: readonly T[] }) {
  return (
    <table class="print-table">
      <thead><tr>{columns.map((column) => <th key={column.title} scope="col" class={column.numeric ? 'print-number' : ''}>{column.title}</th>)}</tr></thead>
      <tbody>{items.map((item) => <tr key={item.id}>{columns.map((column) => <td key={column.title} class={column.numeric ? 'print-number' : ''}>{column.cell(item)}</td>)}</tr>)}</tbody>
    </table>
  );
}
