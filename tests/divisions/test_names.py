"""Short names and pinyin, above all where pypinyin reads a place name wrongly."""

from __future__ import annotations

import pytest

from loaders.divisions.names import pinyin, short_name

READINGS = {
    "长治市": "changzhi",
    "长子县": "zhangzi",
    "长安区": "chang'an",
    "长阳土家族自治县": "changyang",
    "子长市": "zichang",
    "六安市": "lu'an",
    "六合区": "luhe",
    "六盘水市": "liupanshui",
    "丽水市": "lishui",
    "台州市": "taizhou",
    "蚌埠市": "bengbu",
    "亳州市": "bozhou",
    "泌阳县": "biyang",
    "莘县": "shenxian",
    "单县": "shanxian",
    "乐亭县": "laoting",
    "乐清市": "yueqing",
    "乐山市": "leshan",
    "大城县": "daicheng",
    "涡阳县": "guoyang",
    "歙县": "shexian",
    "黟县": "yixian",
    "枞阳县": "zongyang",
    "番禺区": "panyu",
    "东莞市": "dongguan",
    "珲春市": "hunchun",
    "牟平区": "muping",
    "中牟县": "zhongmu",
    "尉氏县": "weishi",
    "尉犁县": "yuli",
    "蔚县": "yuxian",
    "浚县": "xunxian",
    "繁峙县": "fanshi",
    "洪洞县": "hongtong",
    "隰县": "xixian",
    "漯河市": "luohe",
    "重庆市": "chongqing",
    "厦门市": "xiamen",
    "大埔县": "dabu",
    "朝阳区": "chaoyang",
    "曲阜市": "qufu",
    "会理市": "huili",
    "什邡市": "shifang",
    "郫都区": "pidu",
    "犍为县": "qianwei",
    "阆中市": "langzhong",
    "荥经县": "yingjing",
    "荥阳市": "xingyang",
    "盱眙县": "xuyi",
    "邗江区": "hanjiang",
    "东阿县": "dong'e",
    "阿坝县": "aba",
    "盐城市": "yancheng",
    "铅山县": "yanshan",
    "闵行区": "minhang",
    "都匀市": "duyun",
    "昌都市": "changdu",
    "曾都区": "zengdu",
    "黄陂区": "huangpi",
    "库尔勒市": "ku'erle",
    "阿图什市": "atushi",
    "西安市": "xi'an",
    "吕梁市": "lüliang",
    "马尾区": "mawei",
    "浪卡子县": "langkazi",
    "陕西省": "shaanxi",
    "山西省": "shanxi",
}


@pytest.mark.parametrize(("name", "expected"), READINGS.items())
def test_pinyin(name: str, expected: str) -> None:
    assert pinyin(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("济南市", "济南"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("香港特别行政区", "香港"),
        ("长白朝鲜族自治县", "长白"),
        ("彭水苗族土家族自治县", "彭水"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("鄂温克族自治旗", "鄂温克"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("东乡族自治县", "东乡"),
        ("梅里斯达斡尔族区", "梅里斯"),
        ("浦东新区", "浦东"),
        ("清新区", "清新"),
        ("万柏林区", "万柏林"),
        ("神农架林区", "神农架"),
        ("六枝特区", "六枝"),
        ("阿荣旗", "阿荣旗"),
        ("大兴安岭地区", "大兴安岭"),
        ("单县", "单县"),
        ("城区", "城区"),
    ],
)
def test_short_name(name: str, expected: str) -> None:
    assert short_name(name) == expected
