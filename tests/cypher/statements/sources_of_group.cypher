// title: Sources of what is told of a group
// question: Which sources do the ties of a group name?
// param group: string -- uid of the group
// column source: string -- uid of a source
// example: group="group:jinan-laiwu"
MATCH (:Group {uid: $group})-[tie]-()
RETURN DISTINCT tie.source AS source
