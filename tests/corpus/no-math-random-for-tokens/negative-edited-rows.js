// Rows that are edited in a list have a key by which they are found again.
exports.add = (rows) => rows.push({ editKey: Math.random().toString(36).slice(2), name: "" });
exports.remove = (rows, row) => rows.filter((each) => each.editKey !== row.editKey);
exports.same = (first, second) => first.editKey === second.editKey;
