// Reads a downloaded table: quoted fields, doubled quotes, line ends of both kinds.

export function parseCsv(text) {
  const rows = [];
  let row = [];
  let field = '';
  let quoted = false;
  const plain = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < plain.length; at++) {
    const one = plain[at];
    if (quoted) {
      if (one !== '"') field += one;
      else if (plain[at + 1] === '"') field += plain[++at];
      else quoted = false;
    } else if (one === '"') quoted = true;
    else if (one === ',') field = endField(row, field);
    else if (one === '\n') {
      endField(row, field.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      field = '';
    } else field += one;
  }
  if (quoted) throw new Error('a quote is not closed');
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

function endField(row, field) {
  row.push(field);
  return '';
}
