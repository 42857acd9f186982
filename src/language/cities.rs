//! Cities and countries where conferences meet: evidence that a capitalised word is a place. Places
//! that are missing here are still found where the text is explicit.

/// Cities in lower case, in several languages, in any order.
#[rustfmt::skip]
pub(crate) static CITIES: &[&str] = &[
    "amsterdam", "athens", "atlanta", "auckland", "austin", "baltimore", "bangalore", "bengaluru", "bangkok", "barcelona", "basel", "beijing", "belfast", "belgrade",
    "bergen", "berlin", "bern", "bilbao", "birmingham", "bogotá", "bologna", "bonn", "bordeaux", "boston", "boulder", "bratislava", "bremen", "brighton", "brisbane",
    "bristol", "brno", "brussels", "bruxelles", "bucharest", "budapest", "buenos aires", "cairo", "calgary", "cambridge", "cape town", "cardiff", "charlotte", "chennai",
    "chicago", "cincinnati", "cleveland", "cologne", "columbus", "copenhagen", "cork", "córdoba", "curitiba", "dallas", "delhi", "denver", "detroit", "dortmund",
    "dresden", "dubai", "dublin", "düsseldorf", "edinburgh", "essen", "florence", "firenze", "florianópolis", "fortaleza", "frankfurt", "fukuoka", "galway", "geneva", "genève",
    "ghent", "glasgow", "göteborg", "gothenburg", "granada", "graz", "grenoble", "guadalajara", "guangzhou", "hamburg", "hangzhou", "hannover", "hanoi", "heidelberg",
    "helsinki", "hong kong", "honolulu", "houston", "hyderabad", "indianapolis", "istanbul", "jakarta", "jerusalem", "johannesburg", "kansas city", "karlsruhe", "kiev",
    "köln", "kraków", "krakow", "kuala lumpur", "kyiv", "kyoto", "la coruña", "lagos", "las palmas", "las vegas", "lausanne", "leeds", "leipzig", "leuven", "lille", "lima", "linz",
    "lisbon", "lisboa", "liverpool", "ljubljana", "london", "londres", "los angeles", "luxembourg", "lyon", "madison", "madrid", "málaga", "malaga", "malmö", "manchester", "manila",
    "marseille", "medellín", "melbourne", "memphis", "mexico city", "ciudad de méxico", "miami", "milan", "milano", "milwaukee", "minneapolis", "montevideo", "montpellier", "montreal",
    "montréal", "moscow", "mumbai", "munich", "münchen", "murcia", "münster", "nairobi", "nantes", "naples", "napoli", "nashville", "new delhi", "new orleans", "new york city", "new york",
    "newcastle", "nice", "nürnberg", "nuremberg", "oakland", "omaha", "orlando", "osaka", "oslo", "ottawa", "oxford", "padova", "palo alto", "paris", "perth", "philadelphia", "phoenix",
    "pisa", "pittsburgh", "portland", "porto", "porto alegre", "potsdam", "prague", "pune", "quito", "raleigh", "recife", "reykjavik", "rennes", "riga", "rimini", "rio de janeiro",
    "roma", "rome", "rotterdam", "sacramento", "salt lake city", "salvador", "salzburg", "san antonio", "san diego", "san francisco", "san jose", "santa clara", "santa cruz", "santiago",
    "são paulo", "sao paulo", "seattle", "seoul", "sevilla", "seville", "shanghai", "shenzhen", "singapore", "sofia", "st louis", "st. louis", "stockholm", "strasbourg",
    "stuttgart", "sydney", "taipei", "tallinn", "tampa", "tampere", "tel aviv", "the hague", "tokyo", "toronto", "torino", "toulouse", "trento", "trondheim", "tucson", "turin", "utrecht",
    "valencia", "valladolid", "vancouver", "venice", "verona", "vienna", "vilnius", "warsaw", "washington dc", "washington", "wellington", "wien", "winnipeg", "wrocław", "würzburg", "zagreb", "zaragoza",
    "zurich", "zürich", "basingstoke", "detmold", "bruges", "antwerp", "eindhoven", "delft", "aarhus", "aachen", "mannheim", "mainz", "warszawa", "gdańsk", "poznań", "łódź", "katowice", "praha", "ostrava", "plzeň", "olomouc", "linköping", "uppsala", "umeå", "den haag", "groningen", "nijmegen", "arnhem", "maastricht", "tilburg", "haarlem", "enschede", "zwolle", "antwerpen", "köpenhamn", "brasília", "belo horizonte", "campinas", "rosario", "lviv",
    "москва", "санкт-петербург", "казань", "новосибирск", "екатеринбург", "нижний новгород", "иннополис", "минск", "киев", "харьков", "одесса", "львов", "томск", "омск", "самара", "воронеж", "краснодар", "ульяновск", "тбилиси", "ереван",
    "東京", "大阪", "京都", "名古屋", "福岡", "札幌", "仙台", "神戸", "横浜", "広島", "松山", "松本", "那覇", "沖縄", "長野", "金沢", "北京", "上海", "广州", "深圳", "杭州", "成都", "南京", "武汉", "珠海", "西安", "苏州", "厦门", "台北", "臺北", "高雄", "台中", "香港", "新加坡", "重庆", "天津", "长沙", "青岛", "大连", "서울", "부산", "판교", "대전", "대구", "광주", "제주", "인천", "강남", "코엑스",
];

/// Countries and states: correct, but weaker than a city.
#[rustfmt::skip]
pub(crate) static COUNTRIES: &[&str] = &[
    "argentina", "australia", "austria", "belgium", "brazil", "canada", "chile", "china", "colombia", "croatia", "czechia", "denmark", "egypt", "england", "estonia", "finland", "france",
    "germany", "ghana", "greece", "hungary", "iceland", "india", "indonesia", "ireland", "israel", "italy", "japan", "kenya", "korea", "latvia", "lithuania", "malaysia", "mexico", "netherlands",
    "new zealand", "nigeria", "norway", "peru", "philippines", "poland", "portugal", "romania", "scotland", "serbia", "slovakia", "slovenia", "south africa", "south korea", "spain", "sweden",
    "switzerland", "taiwan", "thailand", "turkey", "ukraine", "uruguay", "vietnam", "wales", "california", "texas", "oregon", "colorado", "utah", "florida", "ohio", "deutschland", "españa", "brasil", "méxico", "italia", "nederland", "sverige", "polska", "česko", "россия", "украина", "беларусь",
];
