/**
 * Times of saving in the reader's own clock: "12:03" today, else the day. Without this script they stand in UTC.
 * Must never: be needed.
 */
const { lang: language } = document.documentElement;
const lang = language === 'en' ? 'en-GB' : language;
const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', year: 'numeric' });

for (const time of document.querySelectorAll('time[datetime]')) {
  const at = new Date(time.dateTime);
  const isToday = at.toDateString() === new Date().toDateString();
  time.textContent = isToday ? clock.format(at) : calendar.format(at);
  time.nextSibling?.textContent?.startsWith(' UTC') &&
    time.nextSibling.replaceWith(time.nextSibling.textContent.slice(4));
}
