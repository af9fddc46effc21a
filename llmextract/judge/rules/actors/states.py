"""States by their names and the capitals that stand for their governments.

The list is closed: of what it does not have nothing is said.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# A line a region; between semicolons the names of one state and of its seat, "_" for a space.
# What two states are called alike ("Korea") is left out, and former ones go with their successor.
_TABLE: Final = """
Afghanistan Kabul; Albania Tirana; Algeria Algiers; Angola Luanda; Argentina Buenos_Aires;
Armenia Yerevan; Australia Canberra; Austria Vienna; Azerbaijan Baku; Bahrain Manama;
Bangladesh Dhaka; Belarus Minsk; Belgium Brussels; Benin Cotonou; Bolivia La_Paz; Bosnia Sarajevo
Bosnia_and_Herzegovina; Brazil Brasilia; Britain UK U.K. United_Kingdom Great_Britain London
Downing_Street; Bulgaria Sofia; Burkina_Faso Ouagadougou; Burundi Bujumbura Gitega; Cambodia
Phnom_Penh; Cameroon Yaounde; Canada Ottawa; Central_African_Republic Bangui; Chad N'Djamena
N’Djamena; Chile Santiago; China Beijing; Colombia Bogota Bogotá; Congo DRC DR_Congo
Democratic_Republic_of_Congo Democratic_Republic_of_the_Congo Zaire Kinshasa Brazzaville;
Costa_Rica San_Jose; Croatia Zagreb; Cuba Havana; Cyprus Nicosia; Czech_Republic Czechia Prague
Czechoslovakia; Denmark Copenhagen; Djibouti; Ecuador Quito; Egypt Cairo; El_Salvador San_Salvador;
Eritrea Asmara; Estonia Tallinn; Ethiopia Addis_Ababa; Finland Helsinki; France Paris; Gabon
Libreville; Georgia Tbilisi; Germany Berlin Bonn West_Germany East_Germany; Ghana Accra; Greece
Athens; Guatemala; Guinea Conakry; Guyana Georgetown; Haiti Port-au-Prince; Honduras Tegucigalpa;
Hungary Budapest; Iceland Reykjavik; India New_Delhi Delhi; Indonesia Jakarta; Iran Tehran;
Iraq Baghdad; Ireland Dublin; Israel Jerusalem Tel_Aviv; Italy Rome; Ivory_Coast Côte_d'Ivoire
Côte_d’Ivoire Abidjan Yamoussoukro; Jamaica; Japan Tokyo; Jordan Amman; Kazakhstan Astana;
Kenya Nairobi; Kosovo Pristina; Kuwait; Kyrgyzstan Bishkek; Laos Vientiane; Latvia Riga; Lebanon
Beirut; Liberia Monrovia; Libya Tripoli; Lithuania Vilnius; Luxembourg; Madagascar Antananarivo;
Malawi Lilongwe; Malaysia Kuala_Lumpur; Mali Bamako; Malta Valletta; Mauritania Nouakchott; Mexico
Mexico_City; Moldova Chisinau; Mongolia Ulaanbaatar; Montenegro Podgorica; Morocco Rabat;
Mozambique Maputo; Myanmar Burma Naypyidaw; Namibia Windhoek; Nepal Kathmandu; Netherlands
The_Hague Holland Amsterdam; New_Zealand Wellington; Nicaragua Managua; Niger Niamey; Nigeria Abuja;
North_Korea Pyongyang DPRK; North_Macedonia Macedonia Skopje; Norway Oslo; Oman Muscat; Pakistan
Islamabad; Palestine Ramallah; Panama Panama_City; Paraguay Asuncion; Peru Lima; Philippines
Manila; Poland Warsaw; Portugal Lisbon; Qatar Doha; Romania Bucharest; Russia Moscow Kremlin
Soviet_Union USSR Russian_Federation; Rwanda Kigali; Saudi_Arabia Riyadh; Senegal Dakar; Serbia
Belgrade Yugoslavia; Sierra_Leone Freetown; Singapore; Slovakia Bratislava; Slovenia Ljubljana;
Somalia Mogadishu; South_Africa Pretoria; South_Korea Seoul; South_Sudan Juba; Spain Madrid;
Sri_Lanka Colombo; Sudan Khartoum; Sweden Stockholm; Switzerland Bern; Syria Damascus; Taiwan
Taipei; Tajikistan Dushanbe; Tanzania Dodoma Dar_es_Salaam; Thailand Bangkok; Togo Lome; Tunisia
Tunis; Turkey Türkiye Ankara; Turkmenistan Ashgabat; Uganda Kampala; Ukraine Kyiv Kiev;
United_Arab_Emirates UAE Abu_Dhabi;
United_States United_States_of_America US U.S. USA U.S.A. America Washington
White_House; Uruguay Montevideo; Uzbekistan Tashkent; Venezuela Caracas; Vietnam Hanoi; Yemen
Sanaa Sana'a Sana’a; Zambia Lusaka; Zimbabwe Harare
"""
_STATES: Final = [entry.split() for entry in _TABLE.split(";")]
STATE_OF: Final[Mapping[str, str]] = MappingProxyType(
    {name.replace("_", " "): names[0].replace("_", " ") for names in _STATES for name in names}
)


def state_of(name: str) -> str | None:
    """The state that a name is of, or that a capital stands for; None where the list has neither.

    >>> state_of("the Kremlin")
    'Russia'
    """
    bare = name.strip()
    for article in ("the ", "The "):
        bare = bare.removeprefix(article)
    return STATE_OF.get(bare) or STATE_OF.get(name.strip())


def other_state(one: str, other: str) -> str | None:
    """The state that a name is of where another name is of another state; None else."""
    state, known = state_of(one), state_of(other)
    return state if state is not None and known is not None and state != known else None
