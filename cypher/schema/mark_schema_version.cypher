// title: Mark the version of the schema
// question: Which version did the last run apply?
// access: write
// param version: integer -- version number
// example: version=1
MERGE (schema:Schema {uid: 'lsgraph'})
SET schema.version = $version
