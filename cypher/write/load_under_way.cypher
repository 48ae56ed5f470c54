// title: The load under way
// zh: 正在进行的载入 -- 现在是否有载入可以写入，是哪一次？
// question: Which load may write now, if one does?
// tags: loading
// column token: string -- of that load
// column holder: string -- who loads: user, machine, process
// column since: any -- when it began
// column alive: boolean -- false where nothing was heard of it for too long: another may take its place
MATCH (mark:Schema {uid: 'lsgraph'})
WHERE mark.load IS NOT NULL
RETURN mark.load AS token, mark.load_holder AS holder, mark.load_since AS since,
  mark.load_until >= timestamp() AS alive
