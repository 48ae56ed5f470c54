// title: The load under way
// zh: 正在进行的载入 -- 现在是否有载入可以写入，是哪一次？
// question: Which load may write now, if one does?
// tags: loading
// column token: string -- of that load -- 该载入的标记
// column holder: string -- who loads: user, machine, process -- 由谁载入：用户、机器、进程
// column since: any -- when it began -- 开始的时间
// column alive: boolean -- false where nothing was heard of it for too long: another may take its place
//   -- 否：久无音讯，可由其他载入接替
MATCH (mark:Schema {uid: 'lsgraph'})
WHERE mark.load IS NOT NULL
RETURN mark.load AS token, mark.load_holder AS holder, mark.load_since AS since,
  mark.load_until >= timestamp() AS alive
