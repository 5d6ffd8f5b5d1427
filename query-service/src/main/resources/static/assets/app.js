'use strict';

/* Looks up one dossier. The secret goes from the form, or from behind the # of a link, into a request body; never into
   an address, a store or a log. All texts are set as text, so that nothing from a dossier is ever read as HTML. */

const TEXTS = {
  vi: {
    documentTitle: 'Tra cứu hồ sơ · Tỉnh Lâm Đồng',
    skip: 'Đến nội dung chính',
    brand: 'Tra cứu hồ sơ thủ tục hành chính',
    place: 'Tỉnh Lâm Đồng',
    title: 'Hồ sơ của tôi đang ở đâu?',
    lead: 'Nhập mã tra cứu và mã bí mật in trên giấy tiếp nhận hồ sơ.',
    code: 'Mã tra cứu hoặc mã hồ sơ',
    secret: 'Mã bí mật',
    secretHint: 'Mã bí mật không được lưu lại và không hiện trên thanh địa chỉ.',
    reveal: 'Hiện',
    conceal: 'Ẩn',
    submit: 'Tra cứu',
    foot: 'Họ tên được che bớt để bảo vệ dữ liệu cá nhân. Giờ ghi theo giờ Việt Nam.',
    codeMissing: 'Hãy nhập mã tra cứu hoặc mã hồ sơ.',
    secretMissing: 'Hãy nhập mã bí mật.',
    working: 'Đang tra cứu…',
    found: 'Đã tìm thấy hồ sơ.',
    offline: 'Không kết nối được với hệ thống. Hãy thử lại sau.',
    failed: 'Hệ thống chưa trả lời được. Hãy thử lại sau.',
    resultTitle: 'Hồ sơ',
    holder: 'Hồ sơ đang ở',
    since: 'từ',
    transit: 'Đang chuyển đến',
    next: 'Việc tiếp theo',
    details: 'Thông tin hồ sơ',
    number: 'Mã tra cứu',
    dossierCode: 'Mã hồ sơ',
    portalCode: 'Mã trên Cổng Dịch vụ công quốc gia',
    applicant: 'Người nộp',
    channel: 'Hình thức nộp',
    filedAt: 'Ngày nộp',
    receivedAt: 'Ngày tiếp nhận',
    dueAt: 'Ngày hẹn trả',
    endedAt: 'Ngày xử lý xong',
    returnedAt: 'Ngày trả kết quả',
    refusal: 'Lý do không tiếp nhận',
    ground: 'Căn cứ',
    items: 'Bưu gửi',
    timeline: 'Quá trình giải quyết',
    earlier: 'Các việc cũ hơn không hiển thị ở đây.',
    asOf: 'Thông tin cập nhật đến',
    asOfUnknown: 'Chưa xác định được thời điểm cập nhật.',
    parked: 'Một phần thông tin mới của hồ sơ này đang chờ được xử lý; trạng thái có thể chưa phải mới nhất.'
  },
  en: {
    documentTitle: 'Dossier status · Lâm Đồng Province',
    skip: 'Skip to main content',
    brand: 'Status of administrative procedures',
    place: 'Lâm Đồng Province',
    title: 'Where is my dossier?',
    lead: 'Enter the look-up number and the secret printed on your receipt slip.',
    code: 'Look-up number or dossier code',
    secret: 'Secret',
    secretHint: 'The secret is not kept and never appears in the address bar.',
    reveal: 'Show',
    conceal: 'Hide',
    submit: 'Look up',
    foot: 'Names are masked to protect personal data. Times are Vietnam time.',
    codeMissing: 'Enter the look-up number or dossier code.',
    secretMissing: 'Enter the secret.',
    working: 'Looking it up…',
    found: 'The dossier was found.',
    offline: 'The system cannot be reached. Try again later.',
    failed: 'The system could not answer. Try again later.',
    resultTitle: 'Dossier',
    holder: 'It is now with',
    since: 'since',
    transit: 'On its way to',
    next: 'What comes next',
    details: 'About the dossier',
    number: 'Look-up number',
    dossierCode: 'Dossier code',
    portalCode: 'National portal code',
    applicant: 'Applicant',
    channel: 'Filed',
    filedAt: 'Filed on',
    receivedAt: 'Received on',
    dueAt: 'Due',
    endedAt: 'Processed on',
    returnedAt: 'Result returned on',
    refusal: 'Why it was not received',
    ground: 'Ground',
    items: 'Postal items',
    timeline: 'What happened so far',
    earlier: 'Older events are not shown here.',
    asOf: 'Information up to',
    asOfUnknown: 'It is not known yet up to when this holds.',
    parked: 'Some newer information on this dossier is waiting to be handled; the status may not be the latest.'
  }
};

const BADGES = { 3: 'bad', 5: 'wait', 6: 'wait', 7: 'wait', 8: 'bad', 9: 'good', 10: 'good' };

const byId = (id) => document.getElementById(id);
let language = 'vi';
let answer = null;
let message = null;

const text = (key) => TEXTS[language][key];
const told = (both) => (both ? both[language] : null);

function moment(iso) {
  if (!iso) {
    return null;
  }
  const at = new Date(iso);
  const format = (options) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', ...options }).format(at);
  const hour = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return language === 'vi'
    ? hour + ' ngày ' + format({ day: '2-digit', month: '2-digit', year: 'numeric' })
    : hour + ' on ' + format({ day: 'numeric', month: 'long', year: 'numeric' });
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function titled(className, title, ...children) {
  return element('section', 'card ' + className, element('h2', null, title), ...children);
}

function head(found) {
  const badge = element('p', 'badge ' + (BADGES[found.status?.code] ?? ''), told(found.status) ?? '');
  const title = element('h2', 'procedure', told(found.procedureName) ?? text('resultTitle'));
  title.id = 'result-title';
  const verdict = found.verdict
    ? element('p', 'verdict ' + (found.verdict === 'ON_TIME' ? 'good' : 'bad'), told(found.verdictName))
    : null;
  const parked = found.parked ? element('p', 'message', text('parked')) : null;
  return element('section', 'card head', badge, title, verdict, parked);
}

function holder(found) {
  if (!found.holder) {
    return null;
  }
  const since = found.holder.since
    ? element('p', 'muted', text('since') + ' ' + moment(found.holder.since)) : null;
  const transit = found.inTransit
    ? element('p', 'muted', text('transit') + ': ' + told(found.inTransit)) : null;
  return titled('now', text('holder'), element('p', 'big', told(found.holder)), since, transit);
}

function next(found) {
  return found.next ? titled('next', text('next'), element('p', 'big', told(found.next))) : null;
}

function details(found) {
  const list = element('dl', 'facts');
  const add = (key, value) => {
    if (value) {
      list.append(element('div', null, element('dt', null, text(key)), element('dd', null, value)));
    }
  };
  add('number', found.number);
  add('dossierCode', found.code);
  add('portalCode', found.portalCode);
  add('applicant', found.applicant);
  add('channel', told(found.channelName));
  for (const date of ['filedAt', 'receivedAt', 'dueAt', 'endedAt', 'returnedAt']) {
    add(date, moment(found[date]));
  }
  if (found.refusal) {
    add('refusal', found.refusal.reason);
    add('ground', found.refusal.ground);
  }
  return titled('', text('details'), list);
}

function items(found) {
  if (!found.items || found.items.length === 0) {
    return null;
  }
  const list = element('ul', 'steps');
  for (const item of found.items) {
    const reason = item.reason ? ' (' + told(item.reasonName) + ')' : '';
    list.append(element('li', null,
      element('span', 'what', told(item) + reason),
      element('p', 'muted', [told(item.purposeName), item.identifier].filter(Boolean).join(' · ')),
      item.since ? element('time', null, moment(item.since)) : null));
  }
  return titled('', text('items'), list);
}

function timeline(found) {
  const list = element('ol', 'steps');
  for (const fact of found.timeline) {
    const when = element('time', null, moment(fact.at));
    when.dateTime = fact.at;
    list.append(element('li', null, when, element('span', 'what', told(fact)),
      fact.agency ? element('p', 'muted', told(fact.agency)) : null));
  }
  const earlier = found.earlierOmitted ? element('p', 'muted', text('earlier')) : null;
  const asOf = found.asOf ? text('asOf') + ' ' + moment(found.asOf) + '.' : text('asOfUnknown');
  return titled('', text('timeline'), earlier, list, element('p', 'as-of', asOf));
}

function showResult() {
  const result = byId('result');
  result.hidden = !answer;
  result.replaceChildren();
  if (answer) {
    const pair = element('div', 'pair', holder(answer), next(answer));
    result.append(...[head(answer), pair, details(answer), items(answer), timeline(answer)].filter(Boolean));
  }
}

function say(spoken) {
  message = spoken;
  const place = byId('message');
  place.hidden = !spoken;
  place.className = 'message' + (spoken?.bad ? ' bad' : '');
  place.textContent = spoken ? (spoken.key ? text(spoken.key) : spoken[language]) : '';
}

function mark(id, key) {
  byId(id).setAttribute('aria-invalid', key ? 'true' : 'false');
  byId(id + '-error').dataset.key = key ?? '';
  byId(id + '-error').textContent = key ? text(key) : '';
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = text('documentTitle');
  for (const place of document.querySelectorAll('[data-text]')) {
    place.textContent = text(place.dataset.text);
  }
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === chosen));
  }
  for (const id of ['code', 'secret']) {
    mark(id, byId(id + '-error').dataset.key || null);
  }
  say(message);
  showResult();
}

async function ask(code, secret) {
  const response = await fetch('/api/v1/status-lookups', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify({ code, secret }),
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer'
  });
  const body = await response.json().catch(() => null);
  return { ok: response.ok, body };
}

async function lookUp() {
  const code = byId('code').value.trim();
  const secret = byId('secret').value.trim();
  mark('code', code ? null : 'codeMissing');
  mark('secret', secret ? null : 'secretMissing');
  if (!code || !secret) {
    byId(code ? 'secret' : 'code').focus();
    return;
  }
  if (byId('submit').getAttribute('aria-disabled') === 'true') {
    return;
  }
  byId('submit').setAttribute('aria-disabled', 'true');
  answer = null;
  showResult();
  say({ key: 'working' });
  try {
    const { ok, body } = await ask(code, secret);
    if (ok && body) {
      answer = body;
      say({ key: 'found' });
    } else {
      say(body?.messages ? { ...body.messages, bad: true } : { key: 'failed', bad: true });
    }
  } catch (unreachable) {
    say({ key: 'offline', bad: true });
  } finally {
    byId('submit').removeAttribute('aria-disabled');
  }
  showResult();
  if (answer) {
    byId('result').focus();
  }
}

/** Takes code and secret from a link, #code=..&secret=.. or ?code=..#secret, and wipes them from the address bar. */
function fromLink() {
  const hash = location.hash.slice(1);
  const named = new URLSearchParams(hash);
  const code = named.get('code') ?? new URLSearchParams(location.search).get('code');
  const bare = /^[\w-]+$/.test(hash) && hash !== 'main' ? hash : null;
  const secret = named.get('secret') ?? bare;
  if (code) {
    byId('code').value = code;
  }
  if (secret) {
    byId('secret').value = secret;
    history.replaceState(null, '', location.pathname);
  }
  if (code && secret) {
    lookUp();
  }
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  lookUp();
});
byId('reveal').addEventListener('click', () => {
  const hidden = byId('secret').type === 'password';
  byId('secret').type = hidden ? 'text' : 'password';
  byId('reveal').dataset.text = hidden ? 'conceal' : 'reveal';
  byId('reveal').textContent = text(byId('reveal').dataset.text);
});
for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => speak(button.dataset.language));
}
addEventListener('hashchange', fromLink);
/* Vietnamese, save for a reader whose browser asks for English and does not know Vietnamese at all. */
const wanted = (navigator.languages ?? []).map((tag) => tag.slice(0, 2).toLowerCase());
speak(wanted[0] === 'en' && !wanted.includes('vi') ? 'en' : 'vi');
fromLink();
