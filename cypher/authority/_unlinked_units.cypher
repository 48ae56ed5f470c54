// title: Units of broken chains and vertical offices
// question: Which units have superiors that are not known, and which are led by a vertical system?
// note: Asked once for all groups: `broken` are the units below one that is not the centre and has no superior (and
//   that one), `vertical` those that are LED_BY another.
CALL () {
  WITH $as_of AS day
  MATCH (top:Unit)
  WHERE NOT top:Country AND NOT EXISTS {
      MATCH (top)-[up:PART_OF|DEPARTMENT_OF|LED_BY]->() WHERE up.valid_from <= day < up.valid_to
    } AND (top.valid_from <= day < top.valid_to OR EXISTS {
      MATCH (top)<-[down:PART_OF|DEPARTMENT_OF|LED_BY]-() WHERE down.valid_from <= day < down.valid_to
    })
  MATCH (top)
    (()<-[down:PART_OF|DEPARTMENT_OF|LED_BY WHERE down.valid_from <= day < down.valid_to]-()){0,12}
    (unit:Unit)
  RETURN collect(DISTINCT unit) AS broken
}
CALL () {
  MATCH (unit:Unit)-[led:LED_BY]->()
  WHERE led.valid_from <= $as_of < led.valid_to
  RETURN collect(DISTINCT unit) AS vertical
}
