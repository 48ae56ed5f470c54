// title: Mark what was loaded
// question: Is it noted of which files the shipped data is?
// access: write
// param fingerprint: string? -- fingerprint of the shipped files; null before any load
// example: fingerprint=abc
MERGE (schema:Schema {uid: 'lsgraph'})
SET schema.loaded = $fingerprint
